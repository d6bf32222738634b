declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified[ simplified]|...`, one character on the left of each entry. */
  const entries: string
  export default entries
}
