export * from './errors.ts'
export type * from './facade.ts'
export type * from './ports.ts'
export type * from './records.ts'
