/** Text without what people do not mean to tell apart: case, accents, width of letters, outer and double spaces. */
export const foldText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/gu, ' ')
