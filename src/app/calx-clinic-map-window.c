/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-clinic-map-window.h"

#include <glib/gi18n.h>

#include "calx-accessible-tree.h"
#include "calx-accessible.h"
#include "calx-adaptive-box.h"
#include "calx-clinic-jobs.h"
#include "calx-clinic-map-tables.h"
#include "calx-clinic-map-view.h"
#include "calx-confirm.h"
#include "calx-drop-down.h"
#include "calx-file-dialog.h"
#include "calx-format-sites.h"
#include "calx-label.h"
#include "calx-store-sites.h"

/* A save that waits meanwhile waits no longer than that. */
#define SLICE_US (30 * 1000)

struct _CalxClinicMapWindow
{
  AdwWindow        parent_instance;

  GtkDropDown     *subtype;
  GtkDropDown     *setting;
  GtkDropDown     *state;
  GtkDropDown     *figure;
  GtkEntry        *from;
  GtkEntry        *to;
  GtkLabel        *status;
  GtkWidget       *export;
  GtkWidget       *view;
  AdwBin          *counts;
  AdwBin          *published;

  CalxClinic      *clinic;
  CalxSiteReading *reading;     /* what was asked for last; NULL: nothing yet */
  GCancellable    *cancellable; /* of the slice under way; NULL: none is */
  CalxClinicMap   *map;         /* NULL: nothing to show */
};

G_DEFINE_FINAL_TYPE (CalxClinicMapWindow, calx_clinic_map_window, ADW_TYPE_WINDOW)

static void read_on (CalxClinicMapWindow *self);

/* What is shown */

static void
show_status (CalxClinicMapWindow *self,
             const char          *words)
{
  calx_label_show_text (self->status, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_result (CalxClinicMapWindow *self)
{
  const CalxSiteCounts *counts = self->map->counts;
  g_autofree char *filter = calx_format_site_filter (&self->reading->filter, self->map->knowledge);
  g_autofree char *count = calx_format_site_count (&counts->all);
  g_autofree char *words = NULL;

  if (self->reading->n_sessions == 0)
    words = g_strdup_printf (_("No session yet that fits. %s"), filter);
  else
    words = g_strdup_printf (_("%s. %s"), count, filter);
  show_status (self, words);
}

static CalxFigure
get_figure (CalxClinicMapWindow *self)
{
  return MIN (gtk_drop_down_get_selected (self->figure), CALX_N_FIGURES - 1);
}

static void
show_map (CalxClinicMapWindow *self)
{
  CalxKnowledge *knowledge = calx_clinic_get_knowledge (self->clinic);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxBody) body = calx_body_load (get_figure (self), knowledge->regions, &error);

  if (body == NULL)
    {
      show_status (self, error->message);
      return;
    }
  g_clear_pointer (&self->map, calx_clinic_map_unref);
  self->map = calx_clinic_map_new (knowledge, body, &self->reading->filter, self->reading->lesions);
  calx_clinic_map_view_set_map (CALX_CLINIC_MAP_VIEW (self->view), self->map);
  adw_bin_set_child (self->counts, calx_clinic_map_counts_new (self->map));
  adw_bin_set_child (self->published, calx_clinic_map_published_new (self->map));
  gtk_widget_set_sensitive (self->export, TRUE);
  show_result (self);
}

/* Reading */

static gpointer
read_slice (CalxStore     *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  CalxSiteReading *reading = data;

  if (!calx_store_read_sites (store, reading, SLICE_US, cancellable, error))
    return NULL;
  return calx_site_reading_ref (reading);
}

static void
slice_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CalxClinicMapWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxSiteReading) reading = calx_clinic_call_finish (CALX_CLINIC (source), result, &error);
  g_autofree char *words = NULL;

  /* another choice was made meanwhile, or the window was closed */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || (reading != NULL && reading != self->reading))
    return;
  g_clear_object (&self->cancellable);
  if (reading == NULL)
    {
      show_status (self, error->message);
      return;
    }
  if (reading->complete)
    {
      show_map (self);
      return;
    }
  words = g_strdup_printf (ngettext ("Reading: %u session so far…", "Reading: %u sessions so far…",
                                     reading->n_sessions),
                           reading->n_sessions);
  show_status (self, words);
  read_on (self);
}

static void
read_on (CalxClinicMapWindow *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  calx_clinic_call_async (self->clinic, read_slice, calx_site_reading_ref (self->reading),
                          (GDestroyNotify) calx_site_reading_unref, (GDestroyNotify) calx_site_reading_unref,
                          CALX_PRIORITY_BACKGROUND, self->cancellable, slice_read_cb, g_object_ref (self));
}

/* The filter */

/* FALSE, and the entry says so: what stands there is no day. Empty: no bound. */
static gboolean
read_day (GtkEntry *entry,
          CalxDate *ret_date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean ok = *text == '\0' || calx_date_parse_day (text, ret_date);

  if (ok)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               ok ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return ok;
}

/* The first choice of each list is every patient. */
static gboolean
read_filter (CalxClinicMapWindow *self,
             CalxSiteFilter      *filter)
{
  CalxKnowledge *knowledge = calx_clinic_get_knowledge (self->clinic);
  GPtrArray *subtypes = calx_subtypes_get (knowledge->subtypes);
  const CalxInput *setting = calx_inputs_find (knowledge->inputs, "setting");
  guint nth_subtype = gtk_drop_down_get_selected (self->subtype);
  guint nth_setting = gtk_drop_down_get_selected (self->setting);
  gboolean has_from = read_day (self->from, &filter->from);
  gboolean has_to = read_day (self->to, &filter->to);

  if (nth_subtype >= 1 && nth_subtype <= subtypes->len)
    filter->subtype = g_strdup (((CalxSubtype *) g_ptr_array_index (subtypes, nth_subtype - 1))->statement.id);
  if (nth_setting >= 1 && nth_setting <= setting->n_choices)
    filter->setting = g_strdup (setting->choices[nth_setting - 1].id);
  filter->state = MIN (gtk_drop_down_get_selected (self->state), CALX_SITES_OPEN_AND_HEALED);
  return has_from && has_to;
}

void
calx_clinic_map_window_reload (CalxClinicMapWindow *self)
{
  g_auto(CalxSiteFilter) filter = { 0 };

  g_return_if_fail (CALX_IS_CLINIC_MAP_WINDOW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reading, calx_site_reading_unref);
  if (!read_filter (self, &filter))
    {
      show_status (self, _("A day is written as 2026-11-20."));
      return;
    }
  self->reading = calx_site_reading_new (&filter);
  read_on (self);
}

gboolean
calx_clinic_map_window_is_done (CalxClinicMapWindow *self)
{
  g_return_val_if_fail (CALX_IS_CLINIC_MAP_WINDOW (self), FALSE);

  return self->reading != NULL && self->reading->complete && self->map != NULL;
}

static void
figure_chosen_cb (CalxClinicMapWindow *self)
{
  if (self->reading != NULL && self->reading->complete)
    show_map (self);
}

/* Export */

typedef struct
{
  CalxClinicMapWindow *window;
  CalxClinicMap       *map; /* as it was when the file was chosen */
  char                *path;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->window);
  calx_clinic_map_unref (self->map);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
stamped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxPageStamp) stamp = calx_clinic_stamp_page_finish (CALX_CLINIC (source), result, &error);

  if (stamp == NULL || !calx_clinic_map_export (export->map, calx_date_today (), calx_palette_get (CALX_PALETTE_LIGHT),
                                                export->path, &error))
    calx_confirm_tell (GTK_WINDOW (export->window), _("The Map Was Not Exported"), error->message);
  else
    show_status (export->window, _("The map was exported."));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(CalxClinicMapWindow) self = user_data;
  g_autoptr(GFile) file = calx_file_dialog_save_finish (result);
  Export *export;

  if (file == NULL || self->map == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      calx_confirm_tell (GTK_WINDOW (self), _("The Map Was Not Exported"), _("Choose a folder of this computer."));
      return;
    }
  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->map = calx_clinic_map_ref (self->map);
  export->path = g_file_get_path (file);
  calx_clinic_stamp_page_async (self->clinic, "export", "clinic-map", stamped_cb, export);
}

static void
export_cb (CalxClinicMapWindow *self)
{
  calx_file_dialog_save_async (GTK_WINDOW (self), _("Export the Map"), "calx-clinic-map.pdf", _("PDF documents"), "pdf",
                               file_chosen_cb, g_object_ref (self));
}

/* The window */

static void
add_filter (GtkFlowBox *box,
            const char *title,
            GtkWidget  *control)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (part), label);
  gtk_box_append (GTK_BOX (part), control);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), part);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (box, child);
  calx_accessible_set_name (control, title);
}

static GtkDropDown *
add_choice (GtkFlowBox *box,
            const char *title,
            GPtrArray  *texts)
{
  GtkWidget *control = calx_drop_down_new ();

  calx_drop_down_set_texts (GTK_DROP_DOWN (control), (const char *const *) texts->pdata, texts->len);
  gtk_widget_set_size_request (control, 150, -1);
  add_filter (box, title, control);
  return GTK_DROP_DOWN (control);
}

static GtkEntry *
add_day (CalxClinicMapWindow *self,
         GtkFlowBox          *box,
         const char          *title)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("YYYY-MM-DD"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 11);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 11);
  add_filter (box, title, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (calx_clinic_map_window_reload), self, G_CONNECT_SWAPPED);
  return GTK_ENTRY (entry);
}

static void
add_choices (CalxClinicMapWindow *self,
             GtkFlowBox          *box)
{
  CalxKnowledge *knowledge = calx_clinic_get_knowledge (self->clinic);
  GPtrArray *subtypes = calx_subtypes_get (knowledge->subtypes);
  const CalxInput *setting = calx_inputs_find (knowledge->inputs, "setting");
  const char *states[] = { [CALX_SITES_OPEN] = _("Open"), [CALX_SITES_HEALED] = _("Healed"),
                           [CALX_SITES_OPEN_AND_HEALED] = _("Open and healed") };
  g_autoptr(GPtrArray) subtype_texts = g_ptr_array_new ();
  g_autoptr(GPtrArray) setting_texts = g_ptr_array_new ();
  g_autoptr(GPtrArray) state_texts = g_ptr_array_new ();
  g_autoptr(GPtrArray) figure_texts = g_ptr_array_new ();

  g_ptr_array_add (subtype_texts, (gpointer) _("Every subtype"));
  for (guint i = 0; i < subtypes->len; i++)
    g_ptr_array_add (subtype_texts,
                     (gpointer) _(((CalxSubtype *) g_ptr_array_index (subtypes, i))->statement.label));
  g_ptr_array_add (setting_texts, (gpointer) _("Every treatment"));
  for (gsize i = 0; i < setting->n_choices; i++)
    g_ptr_array_add (setting_texts, (gpointer) _(setting->choices[i].label));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_ptr_array_add (state_texts, (gpointer) states[i]);
  for (guint i = 0; i < CALX_N_FIGURES; i++)
    g_ptr_array_add (figure_texts, (gpointer) _(calx_figures_get_label (knowledge->figures, i)));
  self->subtype = add_choice (box, _("Subtype, suggested or possible"), subtype_texts);
  self->setting = add_choice (box, _("Kidney treatment"), setting_texts);
  self->state = add_choice (box, _("Lesions"), state_texts);
  self->from = add_day (self, box, _("Sessions from"));
  self->to = add_day (self, box, _("Sessions to"));
  self->figure = add_choice (box, _("Figure"), figure_texts);
  g_signal_connect_object (self->subtype, "notify::selected", G_CALLBACK (calx_clinic_map_window_reload), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->setting, "notify::selected", G_CALLBACK (calx_clinic_map_window_reload), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selected", G_CALLBACK (calx_clinic_map_window_reload), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figure, "notify::selected", G_CALLBACK (figure_chosen_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
filters_new (CalxClinicMapWindow *self)
{
  GtkWidget *filters = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (filters), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (filters), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (filters), 8);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (filters), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (filters), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which lesions"), -1);
  add_choices (self, GTK_FLOW_BOX (filters));
  return filters;
}

static GtkWidget *
scrolled_new (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  gtk_widget_set_margin_top (child, 12);
  gtk_widget_set_margin_bottom (child, 12);
  gtk_widget_set_margin_start (child, 12);
  gtk_widget_set_margin_end (child, 12);
  return scrolled;
}

static GtkWidget *
panes_new (CalxClinicMapWindow *self)
{
  GtkWidget *box = calx_adaptive_box_new ();
  GtkWidget *picture = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->view = calx_clinic_map_view_new ();
  self->counts = ADW_BIN (adw_bin_new ());
  self->published = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (self->view, TRUE);
  gtk_box_append (GTK_BOX (picture), filters_new (self));
  gtk_box_append (GTK_BOX (picture), self->view);
  gtk_box_append (GTK_BOX (picture), calx_label_new_wrapped (calx_clinic_map_get_scale_words (), "dim-label"));
  calx_adaptive_box_set_pane (CALX_ADAPTIVE_BOX (box), 0, scrolled_new (picture), _("Map"), "mark-location-symbolic");
  calx_adaptive_box_set_pane (CALX_ADAPTIVE_BOX (box), 1, scrolled_new (GTK_WIDGET (self->counts)), _("Counts"),
                              "view-list-symbolic");
  calx_adaptive_box_set_pane (CALX_ADAPTIVE_BOX (box), 2, scrolled_new (GTK_WIDGET (self->published)), _("Published"),
                              "accessories-dictionary-symbolic");
  gtk_widget_set_vexpand (box, TRUE);
  return box;
}

static GtkWidget *
header_new (CalxClinicMapWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->export = gtk_button_new_with_mnemonic (_("_Export PDF…"));
  gtk_widget_set_sensitive (self->export, FALSE);
  g_signal_connect_object (self->export, "clicked", G_CALLBACK (export_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->export);
  return header;
}

static void
build (CalxClinicMapWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *status = calx_label_new_wrapped ("", "heading");
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->status = GTK_LABEL (status);
  gtk_widget_set_margin_start (status, 16);
  gtk_widget_set_margin_end (status, 16);
  gtk_box_append (GTK_BOX (content), header_new (self));
  gtk_box_append (GTK_BOX (content), status);
  gtk_box_append (GTK_BOX (content), panes_new (self));
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
calx_clinic_map_window_dispose (GObject *object)
{
  CalxClinicMapWindow *self = CALX_CLINIC_MAP_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reading, calx_site_reading_unref);
  g_clear_pointer (&self->map, calx_clinic_map_unref);
  g_clear_object (&self->clinic);

  G_OBJECT_CLASS (calx_clinic_map_window_parent_class)->dispose (object);
}

static void
calx_clinic_map_window_class_init (CalxClinicMapWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = calx_clinic_map_window_dispose;
}

static void
calx_clinic_map_window_init (CalxClinicMapWindow *self)
{
}

GtkWidget *
calx_clinic_map_window_new (GtkWindow  *parent,
                            CalxClinic *clinic)
{
  CalxClinicMapWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (CALX_IS_CLINIC (clinic), NULL);

  self = g_object_new (CALX_TYPE_CLINIC_MAP_WINDOW, "title", _("Map of the Clinic"), "default-width", 1240,
                       "default-height", 860, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->clinic = g_object_ref (clinic);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 600);
  build (self);
  calx_accessible_tree_name (GTK_WIDGET (self), _("Map of the Clinic"));
  calx_clinic_map_window_reload (self);
  return GTK_WIDGET (self);
}
