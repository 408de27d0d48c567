import type { ReactNode } from 'react'
import { Card } from '../../ui/Card.tsx'

/** A framed part of a settings page, with its heading. */
export const SettingsSection = ({
  title,
  help,
  actions,
  children,
}: {
  title: string
  help?: string
  actions?: ReactNode
  children: ReactNode
}) => (
  <section className="mb-8 last:mb-0">
    <div className="mb-3 flex flex-wrap items-start justify-between gap-3">
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
        {help && <p className="mt-0.5 max-w-xl text-[0.8125rem] text-ink-muted">{help}</p>}
      </div>
      {actions}
    </div>
    {children}
  </section>
)

export const SettingsCard = ({ children }: { children: ReactNode }) => (
  <Card className="p-5">{children}</Card>
)
