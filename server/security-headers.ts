import type { ServerResponse } from 'node:http'

export interface SecurityHeaderOptions {
  /** Browsers reach us by https, so tell them to insist on it. */
  readonly isHttps: boolean
  /** Vite's hot reload needs inline styles and a web socket. */
  readonly isDevelopment: boolean
}

/** Headers of every answer; `nonce` is this answer's, for the scripts that we wrote into the page. */
export function setSecurityHeaders(response: ServerResponse, nonce: string, { isHttps, isDevelopment }: SecurityHeaderOptions): void {
  response.setHeader(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
      "manifest-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
  )
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  if (isHttps) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}
