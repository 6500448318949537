import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover, Label } from 'react-aria-components/ComboBox'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { getLocale } from '#app/paraglide/runtime.js'
import { classNames } from '#app/ui/class-names.ts'
import { FieldErrors, FieldHint, OptionalMark, describe } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { SelectProps } from '#app/ui/select.tsx'

/** The combobox behind ComboField; loaded by it alone. */
export default function TypedCombo({
  id,
  name,
  defaultValue,
  required,
  label,
  hint,
  optional,
  errors,
  options,
}: SelectProps & { id: string }) {
  const described = describe(id, hint, errors)
  return (
    <I18nProvider locale={getLocale() === 'lv' ? 'lv-LV' : 'en-GB'}>
      <ComboBox
        className={classNames('field', described['aria-invalid'] && 'field-invalid')}
        name={name}
        defaultSelectedKey={defaultValue}
        isRequired={required}
        validationBehavior="aria"
        formValue="key"
        menuTrigger="focus"
        aria-describedby={described['aria-describedby']}
        isInvalid={described['aria-invalid']}
      >
        <Label className="field-label">
          {label}
          {optional ? <OptionalMark /> : null}
        </Label>
        {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
        <FieldErrors id={id} errors={errors} />
        <div className="combo">
          <Input className="input" id={id} />
          <Button className="combo-open">
            <Icon name="down" />
          </Button>
        </div>
        <Popover className="combo-popover">
          <ListBox className="combo-list">
            {options.map((option) => (
              <ListBoxItem
                key={option.value}
                id={option.value}
                textValue={option.label}
                className="combo-option"
                isDisabled={option.disabled}
              >
                {option.label}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}
