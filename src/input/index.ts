export { formatNames } from './formats.ts'
export { listInputs } from './list-inputs.ts'
export { type MarkSheet, type PlacedMark, readMarks } from './marks.ts'
export { fieldOf, type InputMap, mergeMaps, parseMapFile } from './map-file.ts'
export { readInput } from './read-input.ts'
export {
  type Format,
  type InputCounts,
  type InputItem,
  type InputOptions,
  newCounts,
  type Reader,
  type ReadContext,
  type Source
} from './reader.ts'
export { formatTranscript } from './transcript/format-transcript.ts'
export { readTranscript, type Transcript, type TranscriptReadOptions } from './transcript/read-transcript.ts'
export type { ContactFormat, ContactWriter } from './write/contact-writer.ts'
export { contactFormatOf, contactFormats } from './write/index.ts'
