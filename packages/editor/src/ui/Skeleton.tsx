import { cn } from './cn.ts'

/** A grey shape where content is about to be. Give it the size of what comes. */
export const Skeleton = ({ className }: { className?: string }) => (
  <div className={cn('animate-shimmer rounded-control bg-hover', className)} aria-hidden />
)
