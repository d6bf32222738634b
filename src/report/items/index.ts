import { checkstyle } from './checkstyle.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import type { ItemFormat } from './item-format.ts'
import { itemsJson } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'
import { tap } from './tap.ts'

/** What an audit writes as other commands do; its JSON is a form of its own. */
export const sharedFormats: readonly ItemFormat[] = [sarif, junit, github, gitlab, markdown, checkstyle, tap]

/** Every form in which programs take findings. */
export const itemFormats: readonly ItemFormat[] = [itemsJson, ...sharedFormats]
