export * from './document.ts'
export * from './draft.ts'
export * from './mergeDrafts.ts'
export * from './values.ts'
