/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-session-item.h"

#include <glib/gi18n.h>

#include "calx-format.h"

/* Edits of one thing that are further apart than this are undone one by one. */
#define JOIN_US (2 * G_USEC_PER_SEC)
#define NOTHING_EDITED G_MININT

struct _CalxSessionItem
{
  GObject            parent_instance;

  CalxStoredSession *stored; /* NULL: never saved */
  CalxSession       *session;
  CalxSession       *begun;  /* as it was when it came to be */
  gboolean           restored;

  GPtrArray         *undo;   /* CalxSession, the newest last */
  GPtrArray         *redo;
  int                last_what;
  gint64             last_us;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CalxSessionItem, calx_session_item, G_TYPE_OBJECT)

/* In one word where it is a special band: a list has little room. */
static char *
describe_band (CalxAssessment *assessment)
{
  if (assessment->kind != CALX_ASSESSMENT_SCORED && assessment->band_label_min != NULL &&
      *assessment->band_label_min != '\0')
    return g_strdup (assessment->band_label_min);
  return calx_format_band (assessment);
}

static char *
describe (CalxSessionItem *self)
{
  g_autofree char *date = calx_format_date (calx_session_get_date (self->session));
  g_autofree char *band = NULL;
  g_autofree char *points = NULL;

  if (self->stored == NULL)
    return g_strdup_printf (_("%s · not saved yet"), date);
  if (calx_session_item_is_unsaved (self))
    return g_strdup_printf (_("%s · changed, not saved"), date);

  band = describe_band (self->stored->assessment);
  points = calx_format_points (self->stored->assessment);
  if (*points == '\0')
    return g_strdup_printf ("%s · %s", date, band);
  return g_strdup_printf (_("%s · %s, %s points"), date, band, points);
}

static void
calx_session_item_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  CalxSessionItem *self = CALX_SESSION_ITEM (object);

  switch (property)
    {
    case PROP_TITLE:
      g_value_take_string (value, describe (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
calx_session_item_finalize (GObject *object)
{
  CalxSessionItem *self = CALX_SESSION_ITEM (object);

  g_clear_pointer (&self->stored, calx_stored_session_free);
  g_clear_pointer (&self->session, calx_session_unref);
  g_clear_pointer (&self->begun, calx_session_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);

  G_OBJECT_CLASS (calx_session_item_parent_class)->finalize (object);
}

static void
calx_session_item_class_init (CalxSessionItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = calx_session_item_get_property;
  object_class->finalize = calx_session_item_finalize;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", CALX_TYPE_SESSION_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
calx_session_item_init (CalxSessionItem *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_session_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_session_unref);
  self->last_what = NOTHING_EDITED;
}

CalxSessionItem *
calx_session_item_new (CalxStoredSession *stored,
                       CalxSession       *session,
                       gboolean           restored)
{
  CalxSessionItem *self;

  g_return_val_if_fail (stored != NULL || session != NULL, NULL);

  self = g_object_new (CALX_TYPE_SESSION_ITEM, NULL);
  self->stored = stored;
  self->session = calx_session_ref (session != NULL ? session : stored->session);
  self->begun = calx_session_ref (self->session);
  self->restored = restored;
  /* A draft is undone to what is stored. */
  if (restored && stored != NULL)
    g_ptr_array_add (self->undo, calx_session_ref (stored->session));
  return self;
}

CalxSession *
calx_session_item_get_session (CalxSessionItem *self)
{
  g_return_val_if_fail (CALX_IS_SESSION_ITEM (self), NULL);

  return self->session;
}

const CalxStoredSession *
calx_session_item_get_stored (CalxSessionItem *self)
{
  g_return_val_if_fail (CALX_IS_SESSION_ITEM (self), NULL);

  return self->stored;
}

CalxSession *
calx_session_item_get_base (CalxSessionItem *self)
{
  g_return_val_if_fail (CALX_IS_SESSION_ITEM (self), NULL);

  if (self->stored != NULL)
    return self->stored->session;
  return self->restored ? NULL : self->begun;
}

gboolean
calx_session_item_is_unsaved (CalxSessionItem *self)
{
  g_return_val_if_fail (CALX_IS_SESSION_ITEM (self), FALSE);

  return self->stored == NULL ||
         !calx_session_equal_content (self->session, self->stored->session);
}

gboolean
calx_session_item_needs_draft (CalxSessionItem *self)
{
  g_return_val_if_fail (CALX_IS_SESSION_ITEM (self), FALSE);

  if (self->stored != NULL)
    return calx_session_item_is_unsaved (self);
  return self->restored || !calx_session_equal_content (self->session, self->begun);
}

gboolean
calx_session_item_is_restored (CalxSessionItem *self)
{
  g_return_val_if_fail (CALX_IS_SESSION_ITEM (self), FALSE);

  return self->restored;
}

/* The undo stack holds contents; which stored version they would follow is that of now. */
static void
take_session (CalxSessionItem *self,
              CalxSession     *session)
{
  CalxSession *old = self->session;

  if (calx_session_get_version (session) != calx_session_get_version (old) ||
      !g_str_equal (calx_session_get_version_uuid (session), calx_session_get_version_uuid (old)))
    self->session = calx_session_with_version (session, calx_session_get_version_uuid (old),
                                               calx_session_get_version (old));
  else
    self->session = calx_session_ref (session);
  calx_session_unref (old);

  g_signal_emit (self, signals[CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
calx_session_item_edit (CalxSessionItem *self,
                        CalxSession     *session,
                        int              what)
{
  gint64 now_us = g_get_monotonic_time ();
  gboolean joins;

  g_return_if_fail (CALX_IS_SESSION_ITEM (self));
  g_return_if_fail (session != NULL);

  if (session == self->session)
    return;

  joins = what != CALX_EDIT_LESIONS && what != CALX_EDIT_TREATMENTS && what == self->last_what &&
          now_us - self->last_us < JOIN_US && self->undo->len > 0;
  if (!joins)
    g_ptr_array_add (self->undo, calx_session_ref (self->session));
  g_ptr_array_set_size (self->redo, 0);
  self->last_what = what;
  self->last_us = now_us;
  take_session (self, session);
}

gboolean
calx_session_item_can_undo (CalxSessionItem *self)
{
  g_return_val_if_fail (CALX_IS_SESSION_ITEM (self), FALSE);

  return self->undo->len > 0;
}

gboolean
calx_session_item_can_redo (CalxSessionItem *self)
{
  g_return_val_if_fail (CALX_IS_SESSION_ITEM (self), FALSE);

  return self->redo->len > 0;
}

static void
step (CalxSessionItem *self,
      GPtrArray       *from,
      GPtrArray       *to)
{
  g_autoptr(CalxSession) session = NULL;

  if (from->len == 0)
    return;
  session = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_add (to, calx_session_ref (self->session));
  self->last_what = NOTHING_EDITED;
  take_session (self, session);
}

void
calx_session_item_undo (CalxSessionItem *self)
{
  g_return_if_fail (CALX_IS_SESSION_ITEM (self));

  step (self, self->undo, self->redo);
}

void
calx_session_item_redo (CalxSessionItem *self)
{
  g_return_if_fail (CALX_IS_SESSION_ITEM (self));

  step (self, self->redo, self->undo);
}

/* Lesion numbers that another session had taken meanwhile were given anew at saving. */
static CalxSession *
take_numbers (CalxSession *session,
              CalxSession *saved)
{
  GPtrArray *lesions = calx_session_get_lesions (saved);
  CalxSession *result = calx_session_ref (session);

  for (guint i = 0; i < lesions->len; i++)
    {
      const CalxLesion *lesion = lesions->pdata[i];
      const CalxLesion *own = calx_session_find_lesion (result, lesion->uuid);

      if (own != NULL && own->number != lesion->number)
        {
          g_autoptr(CalxLesion) renumbered = calx_lesion_copy (own);
          CalxSession *before = result;

          renumbered->number = lesion->number;
          result = calx_session_with_lesion (before, renumbered);
          calx_session_unref (before);
        }
    }
  return result;
}

void
calx_session_item_saved (CalxSessionItem   *self,
                         CalxSession       *submitted,
                         CalxStoredSession *stored)
{
  g_autoptr(CalxSession) edited = NULL;

  g_return_if_fail (CALX_IS_SESSION_ITEM (self));
  g_return_if_fail (submitted != NULL);
  g_return_if_fail (stored != NULL);

  if (!calx_session_equal_content (self->session, submitted))
    edited = take_numbers (self->session, stored->session);

  g_clear_pointer (&self->stored, calx_stored_session_free);
  self->stored = stored;
  self->restored = FALSE;
  self->last_what = NOTHING_EDITED;

  g_clear_pointer (&self->session, calx_session_unref);
  self->session = calx_session_ref (stored->session);
  take_session (self, edited != NULL ? edited : stored->session);
}

void
calx_session_item_revert (CalxSessionItem *self)
{
  g_return_if_fail (CALX_IS_SESSION_ITEM (self));
  g_return_if_fail (self->stored != NULL);

  self->restored = FALSE;
  calx_session_item_edit (self, self->stored->session, CALX_EDIT_LESIONS);
}
