import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** A framed surface. */
export const Card = ({ className, ...rest }: ComponentProps<'div'>) => (
  <div
    className={cn('rounded-card border border-line bg-surface shadow-card', className)}
    {...rest}
  />
)
