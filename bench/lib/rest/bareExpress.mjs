// What a send costs before anything is done: Express, a zod schema, a Map. Nothing of it outlives the process.
import express from 'express'
import { z } from 'zod'

const body = z.object({ to: z.string().min(1).max(100), text: z.string().min(1).max(65_536) })
const messages = new Map()

const app = express()
app.disable('x-powered-by')
app.set('etag', false)
app.use(express.json({ limit: 1_000_000 }))
app.post('/api/v1/send-message', (request, response) => {
  const parsed = body.safeParse(request.body)
  if (!parsed.success) return response.status(422).json({ success: false })
  const messageId = `msg_${messages.size}`
  messages.set(messageId, parsed.data)
  response.json({ success: true, messageId, status: 'queued' })
})
app.get('/readyz', (_request, response) => response.json({ status: 'ready' }))
app.get('/cpu', (_request, response) => {
  const { user, system } = process.cpuUsage()
  response.json({ seconds: (user + system) / 1e6 })
})
app.listen(Number(process.env.PORT), '127.0.0.1')
