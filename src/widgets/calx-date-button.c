/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-date-button.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-format.h"

struct _CalxDateButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkEditable   *entry;     /* in the popover, made when it first opens */
  GtkCalendar   *calendar;
  char          *name;

  CalxDate       date;
  CalxDate       session_date;
  gboolean       showing;
};

G_DEFINE_TYPE (CalxDateButton, calx_date_button, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_in_popover (CalxDateButton *self)
{
  CalxDate day = calx_date_is_day (self->date) ? self->date : self->session_date;
  g_autofree char *iso = calx_date_to_iso (self->date);

  if (self->entry == NULL)
    return;

  self->showing = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->entry), iso) != 0)
    gtk_editable_set_text (self->entry, iso);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  if (calx_date_is_day (day))
    {
      g_autoptr(GDateTime) time = g_date_time_new_utc (day.year, day.month, day.day, 12, 0, 0);

      if (time != NULL)
        gtk_calendar_select_day (self->calendar, time);
    }
  self->showing = FALSE;
}

static void
show_in_button (CalxDateButton *self)
{
  g_autofree char *text = calx_date_is_known (self->date) ? calx_format_date (self->date) : NULL;
  g_autofree char *tip = text != NULL ? g_strdup_printf (_ ("Measured on %s"), text)
                                      : g_strdup (_ ("Measured on the session’s date; press to change"));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip, -1);
}

static void
choose (CalxDateButton *self,
        CalxDate        date)
{
  if (calx_date_compare (self->date, date) == 0)
    return;

  self->date = date;
  show_in_button (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
entry_changed_cb (CalxDateButton *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  CalxDate date = CALX_DATE_NONE;

  if (self->showing)
    return;

  if (*text != '\0' && !calx_date_parse_day (text, &date))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  choose (self, date);
}

static void
day_selected_cb (CalxDateButton *self)
{
  g_autoptr(GDateTime) time = gtk_calendar_get_date (self->calendar);

  if (self->showing)
    return;

  choose (self, (CalxDate){ g_date_time_get_year (time), g_date_time_get_month (time),
                            g_date_time_get_day_of_month (time) });
  show_in_popover (self);
}

static void
session_date_cb (CalxDateButton *self)
{
  choose (self, CALX_DATE_NONE);
  show_in_popover (self);
  gtk_menu_button_popdown (self->button);
}

static void
close_cb (CalxDateButton *self)
{
  gtk_menu_button_popdown (self->button);
}

static void
create_popover (GtkMenuButton *button,
                gpointer       data)
{
  CalxDateButton *self = data;
  GtkWidget *popover, *box, *session;

  if (self->entry != NULL)
    {
      show_in_popover (self);
      return;
    }

  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  session = gtk_button_new_with_label (_ ("On the session’s date"));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("YYYY-MM-DD"));
  calx_accessible_set_name (GTK_WIDGET (self->entry), self->name);
  calx_accessible_set_name (GTK_WIDGET (self->calendar), self->name);
  calx_accessible_set_name (popover, self->name);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), session);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "clicked", G_CALLBACK (session_date_cb), self, G_CONNECT_SWAPPED);
  show_in_popover (self);
}

static void
calx_date_button_dispose (GObject *object)
{
  CalxDateButton *self = CALX_DATE_BUTTON (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  self->entry = NULL;
  self->calendar = NULL;

  G_OBJECT_CLASS (calx_date_button_parent_class)->dispose (object);
}

static void
calx_date_button_finalize (GObject *object)
{
  g_free (CALX_DATE_BUTTON (object)->name);

  G_OBJECT_CLASS (calx_date_button_parent_class)->finalize (object);
}

static void
calx_date_button_class_init (CalxDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = calx_date_button_dispose;
  object_class->finalize = calx_date_button_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
calx_date_button_init (CalxDateButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, create_popover, self, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  show_in_button (self);
}

GtkWidget *
calx_date_button_new (const char *name)
{
  CalxDateButton *self = g_object_new (CALX_TYPE_DATE_BUTTON, NULL);

  self->name = g_strdup (name);
  calx_accessible_set_name (GTK_WIDGET (self), name);
  calx_accessible_set_name (GTK_WIDGET (self->button), name);
  return GTK_WIDGET (self);
}

CalxDate
calx_date_button_get_date (CalxDateButton *self)
{
  g_return_val_if_fail (CALX_IS_DATE_BUTTON (self), CALX_DATE_NONE);

  return self->date;
}

void
calx_date_button_set_date (CalxDateButton *self,
                           CalxDate        date)
{
  g_return_if_fail (CALX_IS_DATE_BUTTON (self));

  self->date = date;
  show_in_button (self);
  show_in_popover (self);
}

void
calx_date_button_set_session_date (CalxDateButton *self,
                                   CalxDate        date)
{
  g_return_if_fail (CALX_IS_DATE_BUTTON (self));

  self->session_date = date;
}
