/** What authenticator apps read from a QR code. The parameters that are left out are those that every app assumes. */
export function buildOtpauth(username: string, secret: string): string {
  const label = [ISSUER, username].map(encodeURIComponent).join(':')
  const query = new URLSearchParams({ secret: secret.replaceAll('=', '').toUpperCase(), issuer: ISSUER })
  // Some apps take a plus sign for itself.
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`
}

const ISSUER = 'Valet Key'
