import { type RefObject, useEffect, useState } from 'react'

/** True from the moment the element first comes near the screen. */
export function useInView(element: RefObject<HTMLElement | null>): boolean {
  const [hasBeenSeen, setSeen] = useState(false)
  useEffect(() => {
    const target = element.current
    if (!target || hasBeenSeen) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true)
      },
      { rootMargin: '200px' },
    )
    observer.observe(target)
    return () => observer.disconnect()
  }, [element, hasBeenSeen])
  return hasBeenSeen
}
