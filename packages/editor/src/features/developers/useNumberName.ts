import { useQuery } from '@tanstack/react-query'
import { numbersQuery } from '../../api/numbers.ts'
import { t } from '../../i18n/t.ts'

/** Gives the name of a number by its id; null is the whole workspace. Empty while the numbers load. */
export function useNumberName(): (numberId: string | null) => string {
  const { data: numbers } = useQuery(numbersQuery)
  return (numberId) => {
    if (numberId === null) return t('developers.wholeWorkspace')
    if (!numbers) return ''
    return numbers.find(({ id }) => id === numberId)?.name ?? t('developers.deletedNumber')
  }
}
