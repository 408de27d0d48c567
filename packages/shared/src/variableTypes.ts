/** What a variable can hold. */
export const VARIABLE_TYPES = ['text', 'number', 'boolean', 'date', 'list', 'object'] as const
export type VariableType = (typeof VARIABLE_TYPES)[number]
