import { FolderOpen } from 'lucide-react'
import { useRef } from 'react'

import { LESSON_EXTENSION } from '#shared/lessons/lesson.ts'

import type { ButtonVariant } from '../../components/button-look.ts'
import { Button } from '../../components/button.tsx'
import { TEXT } from './lesson-text.ts'
import { useOpenLesson } from './use-open-lesson.ts'

interface OpenButtonProps {
  readonly label?: string
  readonly variant?: ButtonVariant
}

export function OpenButton({ label = TEXT.open, variant }: OpenButtonProps) {
  const open = useOpenLesson()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={TEXT.file}
        accept={`.html,.htm,.json,${LESSON_EXTENSION}`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          // The same file once more is another choice.
          currentTarget.value = ''
          if (file !== undefined) void open(file)
        }}
      />
      <Button variant={variant} icon={<FolderOpen aria-hidden />} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
