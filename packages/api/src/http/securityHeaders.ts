import type { RequestHandler } from 'express'

/**
 * Headers of every answer. Scripts and styles only from ourselves; images and media also as data and from anywhere,
 * because messages show pictures by URL; no frames, no sniffing, no referrer to others.
 */
export function securityHeaders({ isHttps }: { isHttps: boolean }): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY)
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('x-frame-options', 'DENY')
    response.setHeader('referrer-policy', 'same-origin')
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    if (isHttps) response.setHeader('strict-transport-security', 'max-age=31536000')
    next()
  }
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  // React Flow and Radix place things by inline style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https: http:",
  "media-src 'self' data: blob: https: http:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ')
