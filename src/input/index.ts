export { formatNames } from './formats.ts'
export { stemOf } from './file-name.ts'
export { foldName } from './fold-name.ts'
export { listInputs } from './list-inputs.ts'
export { type MarkSheet, type PlacedMark, readMarks } from './marks.ts'
export { fieldOf, type InputMap, mergeMaps, parseMapFile } from './map-file.ts'
export {
  type Document,
  type DocumentOptions,
  type DocumentRow,
  readDelimited,
  readDocument
} from './read-document.ts'
export { splitLines } from './bytes/split-lines.ts'
export { readInput } from './read-input.ts'
export { type InputCounts, type InputItem, type InputOptions, newCounts, type Source } from './reader.ts'
export type { ContactFormat } from './write/contact-writer.ts'
export { contactFormatOf, contactFormats } from './write/index.ts'
