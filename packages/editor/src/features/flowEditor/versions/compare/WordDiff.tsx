import { useMemo } from 'react'
import { useLocale } from '../../../../i18n/t.ts'
import { cn } from '../../../../ui/cn.ts'
import { type DiffPart, wordDiff } from './textDiff.ts'

/** Two texts as one, with what was taken away struck out and what was added underlined. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const locale = useLocale((state) => state.locale)
  const parts = useMemo(() => wordDiff(before, after, locale), [before, after, locale])
  return (
    <p className="text-[0.8125rem] break-words whitespace-pre-wrap" dir="auto">
      {parts.map(({ kind, text }, index) => {
        const Part = ELEMENTS[kind]
        return (
          <Part key={index} className={cn(LOOKS[kind])}>
            {text}
          </Part>
        )
      })}
    </p>
  )
}

const ELEMENTS = { same: 'span', added: 'ins', removed: 'del' } as const
const LOOKS = {
  same: '',
  added: 'rounded-sm bg-success-soft text-on-success-soft underline decoration-2',
  removed: 'rounded-sm bg-danger-soft text-on-danger-soft line-through',
} as const satisfies Readonly<Record<DiffPart['kind'], string>>
