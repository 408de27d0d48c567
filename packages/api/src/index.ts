export { type App, createApp } from './app.ts'
export { type Config, ConfigError, parseConfig } from './config.ts'
export type { AppDependencies } from './dependencies.ts'
export { LiveHub } from './live/LiveHub.ts'
