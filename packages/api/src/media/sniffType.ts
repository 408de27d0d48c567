/** Bytes from the beginning of a file that are enough to recognise it. */
export const SNIFFED_BYTES = 4_100

/**
 * The media type that the first bytes of a file show; null for a kind that is not known here. Signatures: the
 * specifications of the formats, as the WHATWG MIME Sniffing standard collects them.
 */
export function sniffType(head: Buffer): string | null {
  const known = SIGNATURES.find(({ offset = 0, bytes }) => hasAt(head, offset, bytes))
  if (known) return known.type
  if (hasAt(head, 0, 'RIFF')) return sniffRiff(head)
  if (hasAt(head, 4, 'ftyp')) return sniffIsoMedia(head.toString('latin1', 8, 12))
  if (hasAt(head, 0, 'OggS')) return sniffOgg(head)
  if (hasAt(head, 0, [0x1a, 0x45, 0xdf, 0xa3])) return sniffMatroska(head)
  if (isMpegAudio(head)) return 'audio/mpeg'
  if (isAdts(head)) return 'audio/aac'
  if (!isText(head)) return null
  return isPage(head) ? 'text/html' : 'text/plain'
}

interface Signature {
  readonly type: string
  readonly offset?: number
  readonly bytes: string | readonly number[]
}

const SIGNATURES: readonly Signature[] = [
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/gif', bytes: 'GIF8' },
  { type: 'image/bmp', bytes: 'BM' },
  { type: 'image/tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'audio/mpeg', bytes: 'ID3' },
  { type: 'audio/amr', bytes: '#!AMR' },
  { type: 'audio/flac', bytes: 'fLaC' },
  { type: 'application/pdf', bytes: '%PDF-' },
  { type: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { type: 'application/rtf', bytes: '{\\rtf' },
  // The container of Word, Excel and PowerPoint before 2007.
  { type: 'application/x-cfb', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
]

function hasAt(head: Buffer, offset: number, bytes: string | readonly number[]): boolean {
  const wanted = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes)
  return head.subarray(offset, offset + wanted.length).equals(wanted)
}

function sniffRiff(head: Buffer): string | null {
  if (hasAt(head, 8, 'WEBP')) return 'image/webp'
  if (hasAt(head, 8, 'WAVE')) return 'audio/wav'
  return hasAt(head, 8, 'AVI ') ? 'video/x-msvideo' : null
}

/** The "major brand" of MP4 and its relatives. */
function sniffIsoMedia(brand: string): string {
  if (brand.startsWith('M4A') || brand.startsWith('M4B')) return 'audio/mp4'
  if (brand.startsWith('3g')) return 'video/3gpp'
  if (brand.startsWith('qt')) return 'video/quicktime'
  if (brand === 'heic' || brand === 'heix' || brand === 'mif1') return 'image/heic'
  return brand.startsWith('avif') ? 'image/avif' : 'video/mp4'
}

/** The first packet names the codec. */
const sniffOgg = (head: Buffer): string =>
  head.includes('\x80theora', 0, 'latin1') ? 'video/ogg' : 'audio/ogg'

const sniffMatroska = (head: Buffer): string =>
  head.includes('webm', 0, 'latin1') ? 'video/webm' : 'video/x-matroska'

/** A frame of MPEG audio: eleven sync bits, then a layer that is not "reserved". */
const isMpegAudio = ([first = 0, second = 0]: Buffer): boolean =>
  first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) !== 0

/** A frame of AAC: twelve sync bits and the layer bits zero. */
const isAdts = ([first = 0, second = 0]: Buffer): boolean =>
  first === 0xff && (second & 0xf6) === 0xf0

/** UTF-8 without control characters that no text has. */
function isText(head: Buffer): boolean {
  // A character that is cut in two at the end of what was read is no objection.
  const text = new TextDecoder('utf-8').decode(head, { stream: true })
  // oxlint-disable-next-line no-control-regex -- finding them is what this is for
  return head.length > 0 && !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/.test(text)
}

/** Begins as pages do, after white space and comments. */
const isPage = (head: Buffer): boolean =>
  /^\ufeff?(\s|<!--[^]*?-->)*<(!doctype html|html|head|body)\b/i.test(head.toString('utf8'))
