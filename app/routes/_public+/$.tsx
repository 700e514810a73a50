/** Every other address: thrown here, so that the error page knows reader, language and banner. */
export const loader = () => {
  throw new Response(null, { status: 404 })
}

export default function NotFound() {
  return null
}
