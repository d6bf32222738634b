/** What the rows of a log are: one turn each, a contact each without turns, or a contact each with its talk in a cell. */
export type LogKind = 'turns' | 'records' | 'transcripts'

/** The first rows of a log, which tell what a header leaves open. */
export type Sample = readonly (readonly string[])[]
