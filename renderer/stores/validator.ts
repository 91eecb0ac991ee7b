import * as z from 'zod'

// The screens' policy forbids code that is made of text, and a schema that only tries to make some is a complaint.
z.config({ jitless: true })
