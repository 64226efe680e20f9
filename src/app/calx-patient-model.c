/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-patient-model.h"

#include "calx-clinic-jobs.h"

#define PAGE_ROWS 100
/* A row this near the end brings the next page. */
#define AHEAD_ROWS 25

struct _CalxPatientItem
{
  GObject         parent_instance;

  CalxPatientRow *row;
};

G_DEFINE_FINAL_TYPE (CalxPatientItem, calx_patient_item, G_TYPE_OBJECT)

static void
calx_patient_item_finalize (GObject *object)
{
  CalxPatientItem *self = CALX_PATIENT_ITEM (object);

  g_clear_pointer (&self->row, calx_patient_row_free);

  G_OBJECT_CLASS (calx_patient_item_parent_class)->finalize (object);
}

static void
calx_patient_item_class_init (CalxPatientItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = calx_patient_item_finalize;
}

static void
calx_patient_item_init (CalxPatientItem *self)
{
}

const CalxPatientRow *
calx_patient_item_get_row (CalxPatientItem *self)
{
  g_return_val_if_fail (CALX_IS_PATIENT_ITEM (self), NULL);

  return self->row;
}

struct _CalxPatientModel
{
  GObject       parent_instance;

  CalxClinic   *clinic;
  char         *search;
  GPtrArray    *items; /* CalxPatientItem */
  gboolean      complete;
  gboolean      is_current; /* the items answer the newest search */
  GCancellable *running; /* NULL: no page is being read */
  guint         more_source;
};

enum
{
  LOADED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);
static void fetch (CalxPatientModel *self, gboolean more, guint limit);

G_DEFINE_FINAL_TYPE_WITH_CODE (CalxPatientModel, calx_patient_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static gboolean
fetch_more_cb (gpointer user_data)
{
  CalxPatientModel *self = user_data;

  self->more_source = 0;
  if (self->running == NULL && !self->complete)
    fetch (self, TRUE, PAGE_ROWS);
  return G_SOURCE_REMOVE;
}

static GType
get_item_type (GListModel *model)
{
  return CALX_TYPE_PATIENT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return CALX_PATIENT_MODEL (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CalxPatientModel *self = CALX_PATIENT_MODEL (model);

  if (position >= self->items->len)
    return NULL;
  if (position + AHEAD_ROWS >= self->items->len && !self->complete && self->running == NULL &&
      self->more_source == 0)
    self->more_source = g_idle_add (fetch_more_cb, self);
  return g_object_ref (self->items->pdata[position]);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
calx_patient_model_dispose (GObject *object)
{
  CalxPatientModel *self = CALX_PATIENT_MODEL (object);

  g_clear_handle_id (&self->more_source, g_source_remove);
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->clinic);

  G_OBJECT_CLASS (calx_patient_model_parent_class)->dispose (object);
}

static void
calx_patient_model_finalize (GObject *object)
{
  CalxPatientModel *self = CALX_PATIENT_MODEL (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (calx_patient_model_parent_class)->finalize (object);
}

static void
calx_patient_model_class_init (CalxPatientModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = calx_patient_model_dispose;
  object_class->finalize = calx_patient_model_finalize;

  signals[LOADED] = g_signal_new ("loaded", CALX_TYPE_PATIENT_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", CALX_TYPE_PATIENT_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
calx_patient_model_init (CalxPatientModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->search = g_strdup ("");
  self->complete = TRUE; /* until the first search there is no more to fetch */
}

CalxPatientModel *
calx_patient_model_new (CalxClinic *clinic)
{
  CalxPatientModel *self;

  g_return_val_if_fail (CALX_IS_CLINIC (clinic), NULL);

  self = g_object_new (CALX_TYPE_PATIENT_MODEL, NULL);
  self->clinic = g_object_ref (clinic);
  return self;
}

typedef struct
{
  CalxPatientModel *model;
  GCancellable     *cancellable;
  gboolean          more;
  guint             limit;
} Fetch;

static void
fetch_free (Fetch *data)
{
  g_clear_object (&data->model);
  g_clear_object (&data->cancellable);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_free)

static void
take_rows (CalxPatientModel *self,
           GPtrArray        *rows)
{
  guint old = self->items->len;
  guint added = rows->len;

  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < added; i++)
    {
      CalxPatientItem *item = g_object_new (CALX_TYPE_PATIENT_ITEM, NULL);

      item->row = rows->pdata[i];
      g_ptr_array_add (self->items, item);
    }
  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), old, 0, added);
}

static void
clear_rows (CalxPatientModel *self)
{
  guint old = self->items->len;

  /* All removed, then all added: replaced in one go, GTK 4.8 asks for every row. */
  g_ptr_array_set_size (self->items, 0);
  if (old > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old, 0);
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Fetch) data = user_data;
  CalxPatientModel *self = data->model;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  rows = calx_clinic_list_patients_finish (CALX_CLINIC (source), result, &error);
  /* a newer search has begun meanwhile */
  if (data->cancellable != self->running)
    return;
  g_clear_object (&self->running);

  if (rows == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  if (!data->more)
    clear_rows (self);
  self->is_current = TRUE;
  self->complete = rows->len < data->limit;
  take_rows (self, rows);
  if (!data->more)
    g_signal_emit (self, signals[LOADED], 0);
}

static void
fetch (CalxPatientModel *self,
       gboolean          more,
       guint             limit)
{
  Fetch *data = g_new0 (Fetch, 1);
  const char *after = NULL;

  if (more && self->items->len > 0)
    after = calx_patient_item_get_row (self->items->pdata[self->items->len - 1])->sort_key;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();

  data->model = g_object_ref (self);
  data->cancellable = g_object_ref (self->running);
  data->more = more;
  data->limit = limit;
  calx_clinic_list_patients_async (self->clinic, *self->search != '\0' ? self->search : NULL, after,
                                   limit, self->running, page_read_cb, data);
}

void
calx_patient_model_search (CalxPatientModel *self,
                           const char       *search)
{
  char *own;

  g_return_if_fail (CALX_IS_PATIENT_MODEL (self));
  g_return_if_fail (search != NULL);

  own = g_strdup (search);
  g_clear_pointer (&self->search, g_free);
  self->search = own;
  self->is_current = FALSE;
  fetch (self, FALSE, PAGE_ROWS);
}

void
calx_patient_model_reload (CalxPatientModel *self)
{
  g_return_if_fail (CALX_IS_PATIENT_MODEL (self));

  fetch (self, FALSE, MAX (PAGE_ROWS, self->items->len + 1));
}

const char *
calx_patient_model_get_search (CalxPatientModel *self)
{
  g_return_val_if_fail (CALX_IS_PATIENT_MODEL (self), NULL);

  return self->search;
}

gboolean
calx_patient_model_is_current (CalxPatientModel *self)
{
  g_return_val_if_fail (CALX_IS_PATIENT_MODEL (self), FALSE);

  return self->is_current;
}

guint
calx_patient_model_find (CalxPatientModel *self,
                         const char       *uuid)
{
  g_return_val_if_fail (CALX_IS_PATIENT_MODEL (self), G_MAXUINT);
  g_return_val_if_fail (uuid != NULL, G_MAXUINT);

  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (calx_patient_item_get_row (self->items->pdata[i])->uuid, uuid))
      return i;
  return G_MAXUINT;
}
