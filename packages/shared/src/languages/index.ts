export * from './chooseLanguage.ts'
export * from './spokenTexts.ts'
