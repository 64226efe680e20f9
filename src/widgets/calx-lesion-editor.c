/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-editor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-accessible.h"
#include "calx-bwat-editor.h"
#include "calx-drop-down.h"
#include "calx-format-extent.h"
#include "calx-format.h"
#include "calx-lesion-entry.h"
#include "calx-lesion-history.h"
#include "calx-lesion-letters.h"
#include "calx-region-chooser.h"
#include "calx-signs-editor.h"

/* The fields in which a person types what may be refused. */
typedef enum
{
  TEXT_LENGTH,
  TEXT_WIDTH,
  TEXT_ANGLE,
  TEXT_ONSET,
  N_TEXTS
} Text;

struct _CalxLesionEditor
{
  GtkWidget parent_instance;

  CalxBody *body;
  CalxLesion *lesion;
  CalxDate session_date;
  double surface_mm2; /* of the body; NAN: not known */
  GHashTable *refused; /* "uuid/field" -> text as typed */
  gboolean setting;

  GtkWidget *box;
  GtkWidget *number;
  GtkWidget *title;
  GtkWidget *site_class;
  GtkWidget *carried;
  GtkWidget *as_of;
  GtkWidget *seen;
  GtkWidget *region;
  GtkWidget *type;
  GtkWidget *ulcerated;
  GtkWidget *ulcerated_message;
  GtkWidget *length;
  GtkWidget *length_message;
  GtkWidget *width;
  GtkWidget *width_message;
  GtkWidget *angle;
  GtkWidget *angle_message;
  GtkWidget *shape;
  GtkWidget *drop_outline;
  GtkWidget *pain;
  GtkWidget *onset;
  GtkWidget *onset_message;
  GtkWidget *diagnosis;
  GtkWidget *note;
  GtkWidget *signs;
  GtkWidget *bwat;
  GtkWidget *history;
  GtkWidget *healed;
  GtkWidget *sentinel;
  GtkWidget *copy;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (CalxLesionEditor, calx_lesion_editor, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  MOVE,
  SEEN,
  COPY,
  REMOVE,
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the fields of text --- */

static GtkWidget *
get_entry (CalxLesionEditor *self, Text text)
{
  GtkWidget *entries[N_TEXTS] = { self->length, self->width, self->angle, self->onset };

  return entries[text];
}

static GtkWidget *
get_message (CalxLesionEditor *self, Text text)
{
  GtkWidget *messages[N_TEXTS]
    = { self->length_message, self->width_message, self->angle_message, self->onset_message };

  return messages[text];
}

static char *
refused_key (CalxLesionEditor *self, Text text)
{
  return g_strdup_printf ("%s/%d", self->lesion->uuid, text);
}

/* Takes what stands in a field into @lesion, or keeps the text as refused and says why. */
static void
read_text (CalxLesionEditor *self, Text text, CalxLesion *lesion)
{
  GtkWidget *entry = get_entry (self, text);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  char *message = NULL;
  gboolean accepted;

  switch (text)
    {
    case TEXT_LENGTH:
      accepted = calx_lesion_entry_read_size (typed, &lesion->length_mm, &message);
      break;
    case TEXT_WIDTH:
      accepted = calx_lesion_entry_read_size (typed, &lesion->width_mm, &message);
      break;
    case TEXT_ANGLE:
      accepted = calx_lesion_entry_read_angle (typed, &lesion->angle_deg, &message);
      break;
    default:
      accepted = calx_lesion_entry_read_onset (typed, self->session_date, &lesion->onset, &message);
    }

  if (accepted)
    {
      g_autofree char *key = refused_key (self, text);

      g_hash_table_remove (self->refused, key);
    }
  else
    {
      g_hash_table_insert (self->refused, refused_key (self, text), g_steal_pointer (&typed));
    }
  calx_lesion_entry_say (entry, get_message (self, text), "error", message);
}

/* What was accepted but looks like a slip. */
static void
warn (CalxLesionEditor *self, const CalxLesion *lesion)
{
  g_autofree char *width_key = refused_key (self, TEXT_WIDTH);
  gboolean known
      = lesion->length_mm != CALX_SIZE_UNKNOWN_MM && lesion->width_mm != CALX_SIZE_UNKNOWN_MM;
  gboolean odd = lesion->type == CALX_LESION_TYPE_ULCER && lesion->ulcerated == CALX_TERNARY_NO;

  if (!g_hash_table_contains (self->refused, width_key))
    calx_lesion_entry_say (self->width, self->width_message, "warning",
         known && lesion->width_mm > lesion->length_mm
             ? g_strdup (_("Wider than long: the length is the longest axis."))
             : NULL);
  calx_lesion_entry_say (self->ulcerated, self->ulcerated_message, "warning",
       odd ? g_strdup (_("The type is an ulcer, and this says not ulcerated.")) : NULL);
}

/* What the size comes to. Of an outline it is drawn and not typed. */
static void
show_shape (CalxLesionEditor *self)
{
  g_autofree char *shape = calx_format_lesion_shape (self->lesion, self->surface_mm2);
  gboolean is_outline = self->lesion->outline != NULL;
  gboolean is_point = calx_lesion_get_shape (self->lesion) == CALX_LESION_SHAPE_POINT;

  gtk_label_set_label (GTK_LABEL (self->shape), shape);
  gtk_widget_set_sensitive (self->length, !is_outline);
  gtk_widget_set_sensitive (self->width, !is_outline);
  gtk_widget_set_sensitive (self->angle, !is_outline && !is_point);
  gtk_widget_set_visible (self->drop_outline, is_outline);
}

/* --- from the fields to the lesion --- */

/* @lesion is what the fields say now. */
static void
take_lesion (CalxLesionEditor *self, CalxLesion *lesion)
{
  calx_lesion_ref (lesion);
  calx_lesion_unref (self->lesion);
  self->lesion = lesion;
  show_shape (self);
  g_signal_emit (self, signals[CHANGED], 0, lesion);
}

static void
on_changed (CalxLesionEditor *self)
{
  g_autoptr (CalxLesion) lesion = NULL;

  if (self->setting || self->lesion == NULL)
    return;

  lesion = calx_lesion_copy (self->lesion);
  lesion->type = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->type));
  lesion->ulcerated = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->ulcerated));
  lesion->pain = (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->pain)) - 1;
  lesion->diagnosis = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->diagnosis));
  lesion->healed = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->healed));
  lesion->sentinel = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->sentinel));
  calx_signs_editor_apply (CALX_SIGNS_EDITOR (self->signs), lesion);
  calx_bwat_editor_apply (CALX_BWAT_EDITOR (self->bwat), lesion);
  calx_lesion_set_note (lesion, gtk_editable_get_text (GTK_EDITABLE (self->note)));
  for (Text text = 0; text < N_TEXTS; text++)
    read_text (self, text, lesion);
  warn (self, lesion);

  if (calx_lesion_equal (lesion, self->lesion))
    return;

  take_lesion (self, lesion);
}

static void
on_drop_outline (CalxLesionEditor *self)
{
  g_autoptr (CalxLesion) lesion = NULL;

  if (self->lesion == NULL)
    return;

  lesion = calx_lesion_copy (self->lesion);
  calx_lesion_set_outline (lesion, NULL);
  take_lesion (self, lesion);
  gtk_widget_grab_focus (self->length);
}

static void
on_region_chosen (CalxLesionEditor *self)
{
  CalxView view = CALX_VIEW_ANTERIOR;
  const CalxRegion *region
      = calx_region_chooser_get_selected (CALX_REGION_CHOOSER (self->region), &view);

  if (self->lesion != NULL && region != NULL)
    g_signal_emit (self, signals[MOVE], 0, (int) view, region);
}

static void
on_seen (CalxLesionEditor *self)
{
  g_signal_emit (self, signals[SEEN], 0);
}

static void
on_copy (CalxLesionEditor *self)
{
  g_signal_emit (self, signals[COPY], 0);
}

static void
on_remove (CalxLesionEditor *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
on_close (CalxLesionEditor *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                CalxLesionEditor *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;

  on_close (self);
  return TRUE;
}

/* --- from the lesion to the fields --- */

static void
select_in (GtkWidget *drop_down, guint position)
{
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)) != position)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), position);
}

static void
show_string (GtkWidget *entry, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_size (GtkWidget *entry, double mm)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *message = NULL;
  double shown;
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (calx_lesion_entry_read_size (typed, &shown, &message) && shown == mm)
    return;

  if (mm != CALX_SIZE_UNKNOWN_MM)
    g_ascii_formatd (text, sizeof text, "%.10g", mm);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_angle (CalxLesionEditor *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->angle))));
  g_autofree char *message = NULL;
  double shown;
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (calx_lesion_entry_read_angle (typed, &shown, &message) && shown == self->lesion->angle_deg)
    return;

  if (self->lesion->angle_deg != 0.0)
    g_ascii_formatd (text, sizeof text, "%.10g", self->lesion->angle_deg);
  gtk_editable_set_text (GTK_EDITABLE (self->angle), text);
}

static void
show_onset (CalxLesionEditor *self)
{
  g_autofree char *typed
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->onset))));
  g_autofree char *text = calx_date_to_iso (self->lesion->onset);
  CalxDate shown;

  if (!calx_date_parse (typed, &shown) || calx_date_compare (shown, self->lesion->onset) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->onset), text);
}

static void
show_texts (CalxLesionEditor *self)
{
  for (Text text = 0; text < N_TEXTS; text++)
    {
      g_autofree char *key = refused_key (self, text);
      const char *refused = g_hash_table_lookup (self->refused, key);
      g_autoptr (CalxLesion) scratch = calx_lesion_copy (self->lesion);

      if (refused != NULL)
        show_string (get_entry (self, text), refused);
      else if (text == TEXT_LENGTH)
        show_size (self->length, self->lesion->length_mm);
      else if (text == TEXT_WIDTH)
        show_size (self->width, self->lesion->width_mm);
      else if (text == TEXT_ANGLE)
        show_angle (self);
      else
        show_onset (self);
      read_text (self, text, scratch);
    }
}

static void
show_place (CalxLesionEditor *self)
{
  const CalxRegion *region
      = calx_regions_find (calx_body_get_regions (self->body), self->lesion->region_id);
  g_autofree char *number = g_strdup_printf ("L%d", self->lesion->number);
  g_autofree char *title
      = region != NULL ? calx_format_region (region) : g_strdup (self->lesion->region_id);
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), number);

  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->site_class),
                       region != NULL ? calx_format_site_class (region->site_class) : "");
  calx_region_chooser_set_selected (CALX_REGION_CHOOSER (self->region), self->lesion->view, region);
  gtk_button_set_label (GTK_BUTTON (self->remove), remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, number, -1);
}

/* What stands in the fields may be that of an earlier visit. */
static void
show_carried (CalxLesionEditor *self)
{
  g_autofree char *day = calx_format_lesion_as_of (self->lesion, self->session_date);
  g_autofree char *date = calx_format_date (self->session_date);
  g_autofree char *elsewhen = g_strdup_printf (_("Seen on %s, unchanged"), date);
  /* TRANSLATORS: the first %s is "as of 08-Dec-2025" */
  g_autofree char *text = g_strdup_printf (_("What stands here is %s. Not looked at in this session."), day);

  gtk_widget_set_visible (self->carried, *day != '\0');
  gtk_label_set_label (GTK_LABEL (self->as_of), text);
  gtk_button_set_label (GTK_BUTTON (self->seen),
                        calx_date_compare (self->session_date, calx_date_today ()) == 0
                            ? _("Seen today, unchanged")
                            : elsewhen);
}

void
calx_lesion_editor_set_lesion (CalxLesionEditor *self, CalxLesion *lesion, CalxDate session_date)
{
  g_return_if_fail (CALX_IS_LESION_EDITOR (self));
  g_return_if_fail (lesion == NULL || self->body != NULL);

  self->session_date = session_date;
  if (lesion != NULL)
    calx_lesion_ref (lesion);
  g_clear_pointer (&self->lesion, calx_lesion_unref);
  self->lesion = lesion;
  if (lesion == NULL)
    return;

  self->setting = TRUE;
  show_place (self);
  show_carried (self);
  select_in (self->type, lesion->type);
  select_in (self->ulcerated, lesion->ulcerated);
  select_in (self->pain, lesion->pain + 1);
  select_in (self->diagnosis, lesion->diagnosis);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->healed), lesion->healed);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->sentinel), lesion->sentinel);
  gtk_widget_set_sensitive (self->sentinel, !lesion->healed);
  calx_signs_editor_show (CALX_SIGNS_EDITOR (self->signs), lesion);
  calx_bwat_editor_show (CALX_BWAT_EDITOR (self->bwat), lesion);
  show_string (self->note, lesion->note);
  show_texts (self);
  show_shape (self);
  warn (self, lesion);
  self->setting = FALSE;
}

void
calx_lesion_editor_set_instruments (CalxLesionEditor *self, CalxInstruments *instruments)
{
  g_return_if_fail (CALX_IS_LESION_EDITOR (self));
  g_return_if_fail (instruments != NULL);

  calx_bwat_editor_set_instruments (CALX_BWAT_EDITOR (self->bwat), instruments);
}

void
calx_lesion_editor_set_body_surface (CalxLesionEditor *self, double surface_mm2)
{
  g_return_if_fail (CALX_IS_LESION_EDITOR (self));

  self->surface_mm2 = surface_mm2;
  if (self->lesion != NULL)
    show_shape (self);
}

void
calx_lesion_editor_set_history (CalxLesionEditor *self, GPtrArray *records)
{
  g_return_if_fail (CALX_IS_LESION_EDITOR (self));
  g_return_if_fail (records != NULL);

  calx_lesion_history_set_records (CALX_LESION_HISTORY (self->history), records);
}

void
calx_lesion_editor_set_body (CalxLesionEditor *self, CalxBody *body)
{
  g_return_if_fail (CALX_IS_LESION_EDITOR (self));

  if (body != NULL)
    calx_body_ref (body);
  g_clear_pointer (&self->body, calx_body_unref);
  self->body = body;
  calx_region_chooser_set_body (CALX_REGION_CHOOSER (self->region), body);
}

guint
calx_lesion_editor_get_n_refused (CalxLesionEditor *self)
{
  g_return_val_if_fail (CALX_IS_LESION_EDITOR (self), 0);

  return g_hash_table_size (self->refused);
}

void
calx_lesion_editor_forget_refused (CalxLesionEditor *self)
{
  g_return_if_fail (CALX_IS_LESION_EDITOR (self));

  g_hash_table_remove_all (self->refused);
  if (self->lesion != NULL)
    calx_lesion_editor_set_lesion (self, self->lesion, self->session_date);
}

/* --- set up --- */

static void
set_up_drop_down (CalxLesionEditor *self,
                  GtkWidget *drop_down,
                  const char *name,
                  const char *const *texts,
                  guint n)
{
  calx_drop_down_set_up (GTK_DROP_DOWN (drop_down));
  calx_drop_down_set_texts (GTK_DROP_DOWN (drop_down), texts, n);
  calx_accessible_set_name (drop_down, name);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (on_changed), self);
}

static void
set_up_drop_downs (CalxLesionEditor *self)
{
  g_auto (GStrv) types = g_new0 (char *, CALX_N_LESION_TYPES + 1);
  const char *ternary[] = { _("Not known"), _("No"), _("Yes") };
  const char *diagnoses[CALX_DIAGNOSIS_OTHER + 1];
  const char *pains[] = { _("Not known"), _("0, none"), "1", "2", "3", "4", "5", "6", "7", "8", "9",
                          _("10, worst") };

  /* with the letters that choose them on the map */
  types[CALX_LESION_TYPE_UNKNOWN] = g_strdup (_("Not known"));
  for (CalxLesionType i = CALX_LESION_TYPE_UNKNOWN + 1; i < CALX_N_LESION_TYPES; i++)
    types[i] = calx_lesion_type_with_letter (i);
  for (CalxDiagnosis i = 0; i <= CALX_DIAGNOSIS_OTHER; i++)
    diagnoses[i] = calx_format_diagnosis (i);

  set_up_drop_down (self, self->type, _("Type of the lesion"),
                    (const char *const *) types, CALX_N_LESION_TYPES);
  set_up_drop_down (self, self->ulcerated, _("Ulcerated"), ternary, G_N_ELEMENTS (ternary));
  set_up_drop_down (self, self->pain, _("Pain from 0 to 10"), pains, G_N_ELEMENTS (pains));
  set_up_drop_down (self, self->diagnosis, _("Diagnosis of the lesion"), diagnoses,
                    G_N_ELEMENTS (diagnoses));
}

static void
calx_lesion_editor_dispose (GObject *object)
{
  CalxLesionEditor *self = CALX_LESION_EDITOR (object);

  self->setting = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_LESION_EDITOR);
  g_clear_pointer (&self->lesion, calx_lesion_unref);
  g_clear_pointer (&self->body, calx_body_unref);

  G_OBJECT_CLASS (calx_lesion_editor_parent_class)->dispose (object);
}

static void
calx_lesion_editor_finalize (GObject *object)
{
  g_hash_table_unref (CALX_LESION_EDITOR (object)->refused);

  G_OBJECT_CLASS (calx_lesion_editor_parent_class)->finalize (object);
}

static gboolean
calx_lesion_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CALX_LESION_EDITOR (widget)->type);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, box);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, number);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, title);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, site_class);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, carried);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, as_of);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, seen);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, region);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, type);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, ulcerated);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, ulcerated_message);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, length);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, length_message);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, width);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, width_message);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, angle);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, angle_message);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, shape);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, drop_outline);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, pain);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, onset);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, onset_message);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, diagnosis);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, note);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, signs);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, bwat);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, history);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, healed);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, sentinel);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, copy);
  gtk_widget_class_bind_template_child (widget_class, CalxLesionEditor, remove);
}

static void
calx_lesion_editor_class_init (CalxLesionEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = calx_lesion_editor_dispose;
  object_class->finalize = calx_lesion_editor_finalize;
  widget_class->grab_focus = calx_lesion_editor_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_INT, G_TYPE_POINTER);
  signals[SEEN]
      = g_signal_new ("seen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COPY]
      = g_signal_new ("copy", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE]
      = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSE]
      = g_signal_new ("close", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CALX_TYPE_BWAT_EDITOR);
  g_type_ensure (CALX_TYPE_LESION_HISTORY);
  g_type_ensure (CALX_TYPE_REGION_CHOOSER);
  g_type_ensure (CALX_TYPE_SIGNS_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/calx/Calx/ui/CalxLesionEditor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_region_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_seen);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_outline);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_lesion_editor_init (CalxLesionEditor *self)
{
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->surface_mm2 = NAN;
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_drop_downs (self);
  self->setting = FALSE;
}
