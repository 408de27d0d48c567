/** A step of a flow, where it lies does not matter. */
export const aNode = (id: string, type: string, data: object = {}) => ({
  id,
  type,
  position: { x: 0, y: 0 },
  data,
})

/** Draws "a > b" and "a.handle > b", one line each. */
export const lines = (...drawn: readonly string[]) =>
  drawn.map((line) => {
    const [from = '', target = ''] = line.split(' > ')
    const [source = '', sourceHandle = 'next'] = from.split('.')
    return { id: line, source, sourceHandle, target }
  })

/** Begins with any message. */
export const START = aNode('start', 'start', { triggers: [{ type: 'anyMessage', id: 'any' }] })
