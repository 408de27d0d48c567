import { t } from '../i18n/t.ts'
import { Button } from './Button.tsx'

/** Loads the next part of a list, as React Query knows it; nothing when all of it is here. */
export function ShowMore({
  list: { hasNextPage, isFetchingNextPage, fetchNextPage },
}: {
  list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
}) {
  if (!hasNextPage) return null
  return (
    <Button
      className="self-center"
      isBusy={isFetchingNextPage}
      onClick={() => void fetchNextPage()}
    >
      {t('common.showMore')}
    </Button>
  )
}
