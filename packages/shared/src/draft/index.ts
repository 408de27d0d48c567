export * from './document.ts'
export * from './draft.ts'
export * from './values.ts'
