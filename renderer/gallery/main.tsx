import './gallery.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { provideStyleNonce } from '../theme/style-nonce.ts'
import { Gallery } from './gallery.tsx'

provideStyleNonce()
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
}
