/**
 * True for Opus in Ogg. The first page holds nothing but the header of the codec: RFC 7845, 3 and 5.1; RFC 3533, 6.
 */
export function isOggOpus(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 0, 4) !== 'OggS') return false
  const segmentCount = bytes[SEGMENT_COUNT_OFFSET] ?? 0
  const start = SEGMENT_COUNT_OFFSET + 1 + segmentCount
  return bytes.toString('latin1', start, start + 8) === 'OpusHead'
}

const SEGMENT_COUNT_OFFSET = 26
