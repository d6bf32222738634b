/** Brings a file that a standard builds on: by a path from `from`, or the name of a shipped one. */
export type FindStandard = (
  name: string,
  from: string
) => { readonly file: string; readonly text: string } | { readonly reason: string } | undefined
