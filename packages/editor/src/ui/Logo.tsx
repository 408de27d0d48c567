import { cn } from './cn.ts'

/** The mark: a speech bubble in which a conversation branches. */
export const Logo = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" className={cn('size-8 shrink-0', className)} aria-hidden>
    <path
      d="M4 9a5 5 0 0 1 5-5h14a5 5 0 0 1 5 5v9a5 5 0 0 1-5 5h-8.5L8.6 28.1A1 1 0 0 1 7 27.3V22.6A5 5 0 0 1 4 18Z"
      className="fill-primary"
    />
    <path
      d="M13 13.5h4.2c1.4 0 1.6-3 3-3M13 13.5h4.2c1.4 0 1.6 3 3 3"
      className="fill-none stroke-on-primary"
      strokeWidth="1.6"
    />
    <circle cx="11" cy="13.5" r="2.2" className="fill-on-primary" />
    <circle cx="21.6" cy="10.5" r="1.8" fill="#ff9271" />
    <circle cx="21.6" cy="16.5" r="1.8" className="fill-on-primary" />
  </svg>
)
