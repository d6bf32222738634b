import type { FieldEvidence, Outcome } from '../../model/evaluation.ts'
import type { Mark } from '../../model/mark.ts'
import type { CheckKind } from '../check.ts'
import { compileScale, scaleSchema, type ScaleSource } from '../mark-scale.ts'

/**
 * What only a person can see: the mark that a person gave, as a share of the scale. Without a mark, or with one that
 * the scale does not have, it is unknown; a mark of "n/a" makes it not applicable.
 */
export const manual: CheckKind<ScaleSource> = {
  name: 'manual',
  options: scaleSchema,
  compile(options, env) {
    const scale = compileScale(options, env)
    env.takesMarks(scale)
    const notMarked: Outcome = { status: 'unknown', reason: env.say('notMarked') }

    return view => {
      const mark = view.mark(env.owner)
      if (!mark) return notMarked
      const reading = scale.read(mark.mark)
      const values = { mark: mark.mark, allowed: scale.allowed, by: mark.by ?? '–' }
      if (!reading) return { status: 'unknown', reason: env.say('badMark', values) }
      if (reading.kind === 'na') return { status: 'na', reason: env.say('markedNa', values) }
      const evidence = toEvidence(mark)
      if (reading.share >= scale.pass) return { status: 'pass', earned: reading.share, evidence }
      return {
        status: 'fail',
        earned: reading.share,
        count: 1,
        evidence,
        message: env.say('markedBelow', values)
      }
    }
  }
}

function toEvidence({ mark, by, note }: Mark): readonly FieldEvidence[] {
  return [
    { field: 'mark', value: mark },
    ...(by === undefined ? [] : [{ field: 'marked_by', value: by }]),
    ...(note === undefined ? [] : [{ field: 'note', value: note }])
  ]
}
