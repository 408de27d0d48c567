import type { ReactNode } from 'react'
import { t } from '../../i18n/t.ts'
import { cn } from '../cn.ts'
import { isSafeUrl } from './mediaUrl.ts'

/** Something that was tapped: the choice token and the words on it. */
export interface Tapped {
  readonly type: 'button' | 'row' | 'pollOption'
  readonly id: string
  readonly title: string
}
export type OnTap = (tapped: Tapped) => void

/** A line under the words that can be tapped (when somebody listens), as phones show it. */
export function Choice({
  icon,
  onTap,
  children,
  ...rest
}: {
  icon?: ReactNode
  onTap?: (() => void) | undefined
  children: ReactNode
  'aria-expanded'?: boolean
  'aria-controls'?: string
  'aria-label'?: string
}) {
  const look =
    'flex w-full items-center justify-center gap-2 border-t border-bubble-ink/12 px-3 py-2.5 text-center font-medium text-bubble-link [&_svg]:size-4 [&_svg]:shrink-0'
  const words = (
    <>
      {icon}
      <span className="min-w-0 break-words" dir="auto">
        {children}
      </span>
    </>
  )
  if (!onTap) return <div className={look}>{words}</div>
  return (
    <button
      type="button"
      onClick={onTap}
      className={cn(look, '-outline-offset-2 hover:bg-bubble-ink/6')}
      {...rest}
    >
      {words}
    </button>
  )
}

/** The same, leading to another page; without a link where the address is not safe. */
export function LinkChoice({
  icon,
  href,
  children,
}: {
  icon: ReactNode
  href: string
  children: ReactNode
}) {
  if (!isSafeUrl(href)) return <Choice icon={icon}>{children}</Choice>
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      title={t('message.openLink', { url: href })}
      className="flex w-full items-center justify-center gap-2 border-t border-bubble-ink/12 px-3 py-2.5 text-center font-medium text-bubble-link -outline-offset-2 hover:bg-bubble-ink/6 [&_svg]:size-4 [&_svg]:shrink-0"
    >
      {icon}
      <span className="min-w-0 break-words" dir="auto">
        {children}
      </span>
    </a>
  )
}
