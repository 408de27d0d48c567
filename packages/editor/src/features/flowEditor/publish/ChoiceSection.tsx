import type { ReactNode } from 'react'
import type { PublishChoices } from './publishChoices.ts'

export interface ChoiceProps {
  readonly choices: PublishChoices
  readonly onChange: (change: Partial<PublishChoices>) => void
}

/** One question with its possible answers. */
export const ChoiceSection = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="flex flex-col gap-2">
    <h4 className="text-[0.8125rem] font-medium">{title}</h4>
    {children}
  </div>
)
