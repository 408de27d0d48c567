import { lazy, Suspense } from 'react'

const TranslationsDialog = lazy(async () => ({
  default: (await import('./TranslationsDialog.tsx')).TranslationsDialog,
}))

/** The table of translations, loaded when somebody opens it. */
export function LazyTranslations(props: { isOpen: boolean; fileName: string }) {
  if (!props.isOpen) return null
  return (
    <Suspense>
      <TranslationsDialog fileName={props.fileName} />
    </Suspense>
  )
}
