import { createCollectionHandlers } from '../collection-handlers.ts'
import { createCollection } from '../collection.ts'
import type { Collection } from '../collection.ts'
import { listScopes } from '../operation.ts'
import type { DemoApi, Operation } from '../operation.ts'
import { appointmentSchema, contactSchema, taskSchema } from './schemas.ts'
import type { Appointment, Contact, Task } from './schemas.ts'
import { seedAppointments, seedContacts, seedTasks } from './seed.ts'

export interface Organizer {
  readonly api: DemoApi
  /** For the Agents API, whose tool looks for a gap in them. */
  readonly appointments: Collection<Appointment>
}

export function createOrganizer(): Organizer {
  const appointments = createCollection<Appointment>({ kind: 'appointment', seed: seedAppointments })
  const operations = buildOperations(appointments)
  return { appointments, api: { name: 'organizer', title: 'Organizer API', operations, scopes: listScopes(operations) } }
}

function buildOperations(collection: Collection<Appointment>): readonly Operation[] {
  const contacts = createCollectionHandlers<Contact>({
    name: 'contacts',
    collection: createCollection({ kind: 'contact', seed: seedContacts }),
    schema: contactSchema(),
  })
  const appointments = createCollectionHandlers<Appointment>({ name: 'appointments', collection, schema: appointmentSchema() })
  const tasks = createCollectionHandlers<Task>({
    name: 'tasks',
    collection: createCollection({ kind: 'task', seed: seedTasks }),
    schema: taskSchema(),
  })
  return [
    { method: 'GET', path: '/contacts', scope: 'read:contacts', summary: 'Lists contacts', handle: contacts.list },
    { method: 'GET', path: '/contacts/:id', scope: 'read:contacts', summary: 'Shows a contact', handle: contacts.show },
    { method: 'POST', path: '/contacts', scope: 'create:contacts', summary: 'Adds a contact', handle: contacts.create },
    { method: 'DELETE', path: '/contacts/:id', scope: 'delete:contacts', summary: 'Deletes a contact', handle: contacts.remove },
    { method: 'GET', path: '/appointments', scope: 'read:appointments', summary: 'Lists appointments', handle: appointments.list },
    { method: 'GET', path: '/appointments/:id', scope: 'read:appointments', summary: 'Shows an appointment', handle: appointments.show },
    { method: 'POST', path: '/appointments', scope: 'create:appointments', summary: 'Adds an appointment', handle: appointments.create },
    { method: 'DELETE', path: '/appointments/:id', scope: 'delete:appointments', summary: 'Deletes an appointment', handle: appointments.remove },
    { method: 'GET', path: '/tasks', scope: 'read:tasks', summary: 'Lists tasks', handle: tasks.list },
    { method: 'GET', path: '/tasks/:id', scope: 'read:tasks', summary: 'Shows a task', handle: tasks.show },
    { method: 'POST', path: '/tasks', scope: 'create:tasks', summary: 'Adds a task', handle: tasks.create },
    { method: 'DELETE', path: '/tasks/:id', scope: 'delete:tasks', summary: 'Deletes a task', handle: tasks.remove },
  ]
}
