import { useState } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** A place for something that an effect makes and takes away again. */
export function useSlot<Thing>(): StoreApi<Thing | null> {
  const [slot] = useState(() => createStore<Thing | null>(() => null))
  return slot
}
