export { sandboxChannel } from './sandboxChannel.ts'
