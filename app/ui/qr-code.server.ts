import QRCode from 'qrcode'
import type { QrModules } from './qr-code.tsx'

/** A QR code for a loader to hand to <QrCode>: the drawing library stays on the server. Error correction M. */
export function qrModules(text: string): QrModules {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size
  let path = ''
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
  return { size, path }
}
