import { useQuery } from '@tanstack/react-query'
import { numbersQuery } from '../../api/numbers.ts'
import { Select } from '../../ui/Select.tsx'

/** Radix takes no empty value. */
const ALL = 'all'

/** One number, or none: then it is about all of them. */
export function NumberSelect({
  value,
  onChange,
  allLabel,
  label,
  className,
}: {
  value: string | undefined
  onChange: (numberId: string | undefined) => void
  /** What no number is called. */
  allLabel: string
  /** Accessible name when no Field is around it. */
  label?: string
  className?: string
}) {
  const { data: numbers = [] } = useQuery(numbersQuery)
  return (
    <Select
      value={value ?? ALL}
      onValueChange={(next) => onChange(next === ALL ? undefined : next)}
      options={[
        { value: ALL, label: allLabel },
        ...numbers.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      {...(label && { label })}
      {...(className && { className })}
    />
  )
}
