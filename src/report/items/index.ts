import { itemsJson } from './json.ts'
import type { ItemFormat } from './item-format.ts'

/** Every form in which programs take findings. */
export const itemFormats: readonly ItemFormat[] = [itemsJson]
