import { useEffect, useRef, useState } from 'react'

/**
 * A part of the program that is a file of its own, fetched when it is first needed; null until it is here. Not React's
 * `lazy`, which lets 300 ms pass before it shows what has suspended, even when it is there already.
 *
 * @param load imports it; the same function on every call
 * @param onFailure offline, most often
 */
export function useDownload<Part extends object>(
  load: () => Promise<Part>,
  onFailure: () => void,
): Part | null {
  const [part, setPart] = useState<Part | null>(null)
  const failed = useRef(onFailure)
  useEffect(() => {
    failed.current = onFailure
  })
  useEffect(() => {
    let isWanted = true
    load().then(
      (loaded) => isWanted && setPart(loaded),
      () => isWanted && failed.current(),
    )
    return () => {
      isWanted = false
    }
  }, [load])
  return part
}
