import { create } from 'qrcode'
import { useMemo } from 'react'

/** Light modules around the code; scanners need them. */
const QUIET_ZONE = 3

/** A QR code, dark on white in every theme: cameras expect it so. */
export function QrCode({
  text,
  label,
  className,
}: {
  text: string
  label: string
  className?: string
}) {
  const { path, size } = useMemo(() => toPath(text), [text])
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
      data-qr={text}
    >
      <title>{label}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#101515" />
    </svg>
  )
}

function toPath(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'L' })
  const parts: string[] = []
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column))
        parts.push(`M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`)
    }
  }
  return { path: parts.join(''), size: modules.size + 2 * QUIET_ZONE }
}
