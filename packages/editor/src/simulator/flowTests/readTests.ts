import { type FlowTest, flowTest } from '@parley/shared'
import type { JsonObject } from '@parley/shared/draft'
import { z } from 'zod'

/** The tests that a draft carries in its settings; those that cannot be read are left out. */
export function readTests({ tests }: JsonObject): readonly FlowTest[] {
  const items = z.array(z.unknown()).safeParse(tests)
  return (items.data ?? []).flatMap((item) => {
    const test = flowTest.safeParse(item)
    return test.success ? [test.data] : []
  })
}
