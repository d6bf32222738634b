import { anyCheck, type AnyCheck } from './check.ts'
import { answer } from './kinds/answer.ts'
import { avoid } from './kinds/avoid.ts'
import { createCombinations } from './kinds/combine.ts'
import { field } from './kinds/field.ts'
import { form } from './kinds/form.ts'
import { manual } from './kinds/manual.ts'
import { measure } from './kinds/measure.ts'
import { repeat } from './kinds/repeat.ts'
import { say } from './kinds/say.ts'
import { script } from './kinds/script.ts'
import { steps } from './kinds/steps.ts'

/** Every kind of check; its name is the key that stands for it in a criterion. */
export const checkKinds: readonly AnyCheck[] = [
  anyCheck(say),
  anyCheck(avoid),
  anyCheck(answer),
  anyCheck(steps),
  anyCheck(script),
  anyCheck(repeat),
  anyCheck(measure),
  anyCheck(field),
  anyCheck(form),
  anyCheck(manual),
  ...createCombinations(() => checkKinds)
]
