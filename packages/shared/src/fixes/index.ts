export * from './fixFlow.ts'
export * from './nodeData.ts'
export * from './plainFixes.ts'
