import * as z from 'zod'
import { dateField, textField, timeField } from '../fields.ts'

export function contactSchema() {
  return z.strictObject({
    name: textField(120),
    email: z.email().max(254).optional(),
    phone: textField(40).optional(),
    note: textField(500).optional(),
  })
}

export function appointmentSchema() {
  return z
    .strictObject({
      title: textField(120),
      start: timeField(),
      end: timeField(),
      location: textField(120).optional(),
      attendees: z.array(textField(120)).max(50).optional(),
    })
    .refine(({ start, end }) => Date.parse(end) > Date.parse(start), {
      path: ['end'],
      error: 'must be later than start',
    })
}

export function taskSchema() {
  return z.strictObject({
    title: textField(200),
    due: dateField().optional(),
    done: z.boolean().default(false),
  })
}

export type Contact = z.infer<ReturnType<typeof contactSchema>>
export type Appointment = z.infer<ReturnType<typeof appointmentSchema>>
export type Task = z.infer<ReturnType<typeof taskSchema>>
