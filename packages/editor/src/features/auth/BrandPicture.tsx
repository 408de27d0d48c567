/** A small flow beside the phone that it talks on. Drawn in the theme's colours; says nothing that the words do not. */
export const BrandPicture = () => (
  <svg viewBox="0 0 480 340" className="mx-auto w-full max-w-lg" aria-hidden>
    <g fill="none" className="stroke-line-strong" strokeWidth="1.75">
      <path d="M152 62c46 0 18 74 58 74" />
      <path d="M152 62c60 0 10 168 58 168" className="stroke-primary" strokeWidth="2.25" />
      <path d="M96 88v74M96 214v44" />
    </g>
    <Node x={40} y={36} className="fill-group-start" lines={[64, 40]} />
    <Node x={40} y={162} className="fill-group-messages" lines={[72, 56]} />
    <Node x={40} y={258} className="fill-group-actions" lines={[48, 66]} />
    <Node x={210} y={110} className="fill-group-questions" lines={[60, 44]} />
    <Node x={210} y={204} className="fill-group-logic" lines={[70, 36]} />
    <g>
      <rect x="356" y="20" width="112" height="300" rx="22" className="fill-ink" />
      <rect x="361" y="25" width="102" height="290" rx="18" className="fill-chat" />
      <path d="M361 62V43a18 18 0 0 1 18-18h66a18 18 0 0 1 18 18v19z" className="fill-primary" />
      <circle cx="379" cy="45" r="8" className="fill-on-primary" opacity="0.85" />
      <rect x="393" y="38" width="44" height="5" rx="2.5" className="fill-on-primary" />
      <rect x="393" y="48" width="28" height="4" rx="2" className="fill-on-primary" opacity="0.6" />
      <rect x="413" y="74" width="42" height="20" rx="8" className="fill-bubble-out" />
      <rect x="420" y="81" width="28" height="5" rx="2.5" className="fill-bubble-meta" />
      <rect x="369" y="104" width="74" height="86" rx="9" className="fill-bubble-in" />
      <Lines x={377} y={114} widths={[56, 46]} />
      <path d="M369 140h74M369 165h74" className="stroke-line" />
      <rect x="388" y="149" width="36" height="6" rx="3" className="fill-bubble-link" />
      <rect x="392" y="174" width="28" height="6" rx="3" className="fill-bubble-link" />
      <rect x="405" y="200" width="50" height="20" rx="8" className="fill-bubble-out" />
      <rect x="413" y="207" width="34" height="5" rx="2.5" className="fill-bubble-meta" />
      <rect x="369" y="230" width="80" height="40" rx="9" className="fill-bubble-in" />
      <Lines x={377} y={240} widths={[62, 50, 30]} />
      <rect x="369" y="288" width="86" height="18" rx="9" className="fill-surface" />
    </g>
  </svg>
)

const Node = ({
  x,
  y,
  lines,
  className,
}: {
  x: number
  y: number
  lines: readonly number[]
  className: string
}) => (
  <g>
    <rect
      x={x}
      y={y}
      width="112"
      height="52"
      rx="11"
      className="fill-surface stroke-line"
      strokeWidth="1.5"
    />
    <rect x={x + 11} y={y + 13} width="14" height="14" rx="4.5" className={className} />
    <Lines x={x + 32} y={y + 14} widths={lines} />
    <circle
      cx={x + 112}
      cy={y + 26}
      r="4"
      className="fill-surface stroke-line-strong"
      strokeWidth="1.75"
    />
  </g>
)

const Lines = ({ x, y, widths }: { x: number; y: number; widths: readonly number[] }) =>
  widths.map((width, index) => (
    <rect
      key={width}
      x={x}
      y={y + index * 10}
      width={width}
      height="5"
      rx="2.5"
      className="fill-ink-faint"
      opacity={index === 0 ? 0.7 : 0.35}
    />
  ))
