/** The plan as a file: asked of the portal, which logs that it left, and handed to the person. */
import { useMutation } from '@tanstack/react-query'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { ask } from '../../data/bridge.ts'
import { saveText } from '../../data/save-file.ts'
import { announce } from '../../stores/announcer.ts'

export interface SavePlan {
  readonly save: () => void
  readonly pending: boolean
  readonly refusal: string | null
  /** The name of the file, once it was saved. */
  readonly file: string | null
}

export function useSavePlan(batchId: string): SavePlan {
  const { t } = useWords()
  const saving = useMutation({
    mutationFn: () => ask('portal:rescheduling.export-batch', { params: { id: batchId } }),
    onSuccess: ({ fileName, csv }) => {
      saveText(fileName, 'text/csv;charset=utf-8', csv)
      announce(t('planning.plan.csvSaved', { file: fileName }))
    },
  })
  return {
    save: () => saving.mutate(),
    pending: saving.isPending,
    refusal: useSentence(saving.error),
    file: saving.data?.fileName ?? null,
  }
}
