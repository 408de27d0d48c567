/** Text for searching: without case and accents. */
export const foldText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** True when `text` contains each of the words somewhere. */
export function containsWords(text: string, words: string): boolean {
  const folded = foldText(text)
  return foldText(words)
    .split(/\s+/u)
    .every((word) => folded.includes(word))
}
